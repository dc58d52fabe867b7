package dev.dsctl.model.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.model.traffic.StringMatch.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchMergerTest {

    @ParameterizedTest
    @CsvSource({
        "PREFIX, /a, PREFIX, /a/b, true",
        "PREFIX, /a, EXACT, /a/b, true",
        "PREFIX, /a/b, PREFIX, /a, false",
        "EXACT, /a, EXACT, /a, true",
        "EXACT, /a, PREFIX, /a, false",
        "REGEX, /a, REGEX, /a, false",
        "PREFIX, /a, REGEX, /a, false"
    })
    void aDelegateMayOnlyNarrowAPath(Kind rootKind, String root, Kind kind, String path, boolean fits) {
        HttpMatch wide = match("", new StringMatch(rootKind, root));
        HttpMatch narrow = match("", new StringMatch(kind, path));

        assertThat(MatchMerger.merged(List.of(wide), List.of(narrow)).isPresent())
                .isEqualTo(fits);
    }

    @Test
    void everyMatchOfTheDelegateIsJoinedWithEveryMatchOfTheRootThatItFits() {
        HttpMatch a = match("a", new StringMatch(Kind.PREFIX, "/a"));
        HttpMatch any = new HttpMatch("any", request(Optional.empty()), source(80), "stat");
        HttpMatch narrow = match("n", new StringMatch(Kind.EXACT, "/a/b"));

        List<HttpMatch> merged =
                MatchMerger.merged(List.of(a, any), List.of(narrow)).orElseThrow();

        assertThat(merged).extracting(HttpMatch::name).containsExactly("a-n", "any-n");
        assertThat(merged)
                .extracting(m -> m.request().uri().orElseThrow().value())
                .containsOnly("/a/b");
        assertThat(merged.get(1).source().port()).isEqualTo(80);
        assertThat(merged.get(1).statPrefix()).isEqualTo("stat");
    }

    private static HttpMatch match(String name, StringMatch uri) {
        return new HttpMatch(name, request(Optional.of(uri)), source(0), "");
    }

    private static RequestMatch request(Optional<StringMatch> uri) {
        return new RequestMatch(
                uri, Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), Map.of(), Map.of(), false);
    }

    private static HttpMatch.Source source(int port) {
        return new HttpMatch.Source(port, Map.of(), "", List.of());
    }
}
