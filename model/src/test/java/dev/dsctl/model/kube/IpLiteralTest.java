package dev.dsctl.model.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpLiteralTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, IPv4",
        "255.255.255.255, IPv4",
        "::, IPv6",
        "::1, IPv6",
        "fd00::, IPv6",
        "1:2:3:4:5:6:7:8, IPv6",
        "1:2:3:4:5:6:7::, IPv6",
        "::ffff:10.0.0.1, IPv6",
        "64:ff9b::10.0.0.1, IPv6",
        "fe80::1%eth0, IPv6"
    })
    void readsAddresses(String text, String family) {
        assertThat(IpLiteral.family(text)).isEqualTo(family);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.1.2",
                "10.0.0.256",
                "10.0.0.01",
                "10.0.0.-1",
                "a.b.c.d",
                ":",
                ":::",
                "1::2::3",
                "::\u0661",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "fd00::12345",
                "fd00::g",
                "[::1]",
                "10.0.0.1::",
                "::10.0.0.1:1",
                "fe80::1%"
            })
    void refusesWhatIsNone(String text) {
        assertThat(IpLiteral.isAddress(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, true",
        "10.0.0.0/32, true",
        "10.0.0.0/33, false",
        "fd00::/128, true",
        "fd00::/129, false",
        "10.0.0.0, false",
        "x/8, false",
        "10.0.0.0/, false",
        "10.0.0.0/08, false"
    })
    void knowsRanges(String text, boolean range) {
        assertThat(IpLiteral.isCidr(text)).isEqualTo(range);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.200.1, 0a00c801",
        "::, 00000000000000000000000000000000",
        "::1, 00000000000000000000000000000001",
        "fd00:0:10:f244::, fd0000000010f2440000000000000000",
        "1:2:3:4:5:6:7:8, 00010002000300040005000600070008",
        "1:2:3:4:5:6:7::, 00010002000300040005000600070000",
        "64:ff9b::10.0.0.1, 0064ff9b00000000000000000a000001",
        "fe80::1%eth0, fe800000000000000000000000000001"
    })
    void givesBytes(String text, String hexadecimal) {
        assertThat(HexFormat.of().formatHex(IpLiteral.bytes(text))).isEqualTo(hexadecimal);
    }
}
