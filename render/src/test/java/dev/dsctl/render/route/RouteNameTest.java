package dev.dsctl.render.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dsctl.render.FamilyMarks;
import dev.dsctl.render.route.RouteName.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteNameTest {

    @ParameterizedTest
    @CsvSource({
        "80, PORT, 80",
        "web.shop.svc.cluster.local:8080, SERVICE, 8080",
        "http_proxy, ANY_PORT, 0",
        "unix:///tmp/socket, ANY_PORT, 0",
        "unix:///tmp/socket:80, ANY_PORT, 0",
        "web, UNKNOWN, 0",
        "web:http, UNKNOWN, 0"
    })
    void tellsWhatIsRouted(String text, Kind kind, int port) {
        assertThat(RouteName.of(text, FamilyMarks.NONE)).isEqualTo(new RouteName(text, text, kind, port));
    }
}
