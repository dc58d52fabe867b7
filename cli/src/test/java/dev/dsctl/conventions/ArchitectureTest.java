package dev.dsctl.conventions;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything flows one way: manifests, mesh, proxy view, snapshot, output. */
class ArchitectureTest {

    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.dsctl");
    }

    @Test
    void modulesDependOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("model")
                .definedBy("dev.dsctl.model..")
                .layer("render")
                .definedBy("dev.dsctl.render..", "dev.dsctl.istio..")
                .layer("golden")
                .definedBy("dev.dsctl.golden..")
                .layer("lint")
                .definedBy("dev.dsctl.lint..")
                .layer("cli")
                .definedBy("dev.dsctl.cli..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("lint")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("golden")
                .mayOnlyBeAccessedByLayers("lint", "cli")
                .whereLayer("render")
                .mayOnlyBeAccessedByLayers("golden", "lint", "cli")
                .check(classes);
    }

    @Test
    void envoyBeginsInRender() {
        noClasses()
                .that()
                .resideInAPackage("dev.dsctl.model..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.protobuf..", "io.envoyproxy..")
                .check(classes);
    }

    @Test
    void theCommandLineStaysInCli() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.dsctl.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(classes);
    }

    @Test
    void theClusterIsReadInOnePackage() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.dsctl.cli.live..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.fabric8..")
                .check(classes);
    }

    @Test
    void manifestsKnowNothingOfTheMesh() {
        noClasses()
                .that()
                .resideInAPackage("dev.dsctl.model.manifest..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.dsctl.model.mesh..", "dev.dsctl.model.proxy..", "dev.dsctl.model.profile..")
                .check(classes);
    }
}
