package dev.dsctl.cli;

import dev.dsctl.model.profile.IstioProfiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.IVersionProvider;

/** The line that {@code --version} prints. */
final class VersionLine implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    /** dsctl's version and the releases that it knows. */
    static String text() {
        List<String> releases = IstioProfiles.lines();
        String known = releases.get(0) + "–" + releases.get(releases.size() - 1);
        return "dsctl " + version() + " (Istio profiles " + known + ")";
    }

    /** The version alone. */
    static String version() {
        try (InputStream in = VersionLine.class.getResourceAsStream("version.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
