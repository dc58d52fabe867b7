package dev.dsctl.golden.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.dsctl.golden.corpus.Corpus.Case;
import dev.dsctl.render.ResourceKind;
import dev.dsctl.render.json.ConfigDump;
import dev.dsctl.render.json.ConfigDumpWriter;
import dev.dsctl.render.json.JsonWriter;
import dev.dsctl.render.json.ProtoJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What istiod answered, each case at one release in turn, is read, written as a config dump, read again, and printed as it was. */
class MessageCorpusTest {

    private static final Set<ResourceKind> ALL = EnumSet.allOf(ResourceKind.class);

    private final ProtoJson json = new ProtoJson();

    @TempDir
    private Path folder;

    @Test
    void messagesSurviveEveryFormat() throws IOException {
        Corpus corpus = Corpus.unpack(folder);
        int index = 0;
        int proxies = 0;
        for (Case from : corpus.cases()) {
            String release = from.releases().get(index++ % from.releases().size());
            for (String proxy : from.proxies()) {
                String answers = ALL.stream()
                        .map(kind -> "\"" + kind.key() + "\": " + corpus.answer(from, release, proxy, kind.key()))
                        .collect(Collectors.joining(",", "{", "}"));
                if (!answers.contains(": null")) {
                    check(corpus, from, release, proxy, answers);
                    proxies++;
                }
            }
        }
        assertThat(proxies).isGreaterThan(50);
    }

    private void check(Corpus corpus, Case from, String release, String proxy, String answers) throws IOException {
        ConfigDump read = dump(answers);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        JsonWriter out = new JsonWriter(text, 1);
        new ConfigDumpWriter(json, out).write(read.snapshot(), ALL);
        out.finish();
        ConfigDump again = dump(text.toString(StandardCharsets.UTF_8));
        for (ResourceKind kind : ALL) {
            assertThat(CanonicalJson.of(print(kind.of(again.snapshot()))))
                    .as(from.name() + " " + release + " " + proxy)
                    .isEqualTo(CanonicalJson.of(corpus.answer(from, release, proxy, kind.key())));
            assertThat(kind.of(read.snapshot()))
                    .as("everything has a field of its own")
                    .allMatch(message -> message.getUnknownFields().asMap().isEmpty());
        }
    }

    private ConfigDump dump(String text) throws IOException {
        return ConfigDump.read(new StringReader(text), "dump", json);
    }

    private String print(List<? extends Message> messages) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        JsonWriter out = new JsonWriter(text, 2);
        json.write(messages, out);
        out.finish();
        return text.toString(StandardCharsets.UTF_8);
    }
}
