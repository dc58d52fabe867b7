package dev.dsctl.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonText;
import dev.dsctl.model.profile.Change;
import dev.dsctl.model.profile.IstioProfiles;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/** What people read as text, programs read as JSON. */
class ListsAsJsonTest {

    private static final String MESH = "src/test/resources/golden/shop.yaml";

    private static String out(int code, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(Main.run(args, InputStream.nullInputStream(), out, OutputStream.nullOutputStream()))
                .isEqualTo(code);
        return out.toString(UTF_8);
    }

    private static Json json(String... args) {
        return JsonText.read(out(0, args).getBytes(UTF_8), "");
    }

    private static List<JsonObject> objects(Json array) {
        return ((JsonArray) array).items().stream().map(JsonObject.class::cast).toList();
    }

    @Test
    void profilesHaveTheirChanges() {
        List<JsonObject> profiles = objects(json("profiles", "-o", "json"));

        assertThat(profiles).extracting(each -> each.text("release")).isEqualTo(IstioProfiles.names());
        for (JsonObject profile : profiles) {
            String release = profile.text("release");
            assertThat(json("profiles", release, "-o", "json")).isEqualTo(profile);
            assertThat(objects(profile.get("changes")))
                    .extracting(change -> change.text("summary"), change -> change.text("source"))
                    .isEqualTo(IstioProfiles.changesIn(release).stream()
                            .map(ListsAsJsonTest::texts)
                            .toList());
        }
        assertThat(profiles.get(0).text("newest")).isEqualTo("1.17.8");
    }

    private static Tuple texts(Change change) {
        return tuple(change.summary(), change.source());
    }

    @Test
    void settingsHaveTheirOrigin() {
        String[] explain = {"render", "-f", MESH, "--set", "meshConfig.accessLogFile=/dev/stdout", "--explain-settings"
        };
        List<JsonObject> settings = objects(json(with(explain, "-o", "json")));

        assertThat(settings)
                .extracting(each -> each.text("name"), each -> each.text("value"), each -> each.text("from"))
                .contains(tuple("meshConfig.accessLogFile", "/dev/stdout", "--set"));
        assertThat(out(0, explain).lines())
                .hasSize(settings.size() + 1)
                .isEqualTo(out(0, with(explain, "-o", "short")).lines().toList());
        assertThat(out(2, with(explain, "-o", "yaml"))).isEmpty();
    }

    private static String[] with(String[] args, String... more) {
        return Stream.of(args, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
