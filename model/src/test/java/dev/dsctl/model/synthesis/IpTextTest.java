package dev.dsctl.model.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.96.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fd00:10:96::f9fc",
                "fd00::",
                "2001:db8:0:1:1:1:1:1",
                "2001:0:0:1::1",
                "1::2:0:0:3:4"
            })
    void writesAddressesAsRfc5952Says(String text) throws Exception {
        assertThat(IpText.of(InetAddress.getByName(text).getAddress())).isEqualTo(text);
    }
}
