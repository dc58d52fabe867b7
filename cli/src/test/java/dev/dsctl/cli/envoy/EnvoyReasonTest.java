package dev.dsctl.cli.envoy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Logs are those of Envoy 1.40. */
class EnvoyReasonTest {

    private static final String HEAD =
            "[2026-11-21 06:49:55.087][2245][critical][main] [source/server/config_validation/server.cc:76] ";

    @Test
    void leavesOutWhatIsAboutTheRun() {
        assertThat(EnvoyReason.in(
                        HEAD + "error initializing configuration '/tmp/a.json': Provider 'p' in jwt_authn config\n"))
                .isEqualTo("Provider 'p' in jwt_authn config");
    }

    @Test
    void takesTheLastEntryAsOneLine() {
        assertThat(EnvoyReason.in("[2026-11-21 06:49:55.087][1][critical][main] [a/b.cc:1] earlier\n"
                        + HEAD
                        + "error initializing configuration '/tmp/a.json': [string \"x\"]:1:\n  expected\n"))
                .isEqualTo("[string \"x\"]:1: expected");
    }

    @Test
    void keepsTheInnermostComplaintAboutAField() {
        assertThat(EnvoyReason.in(HEAD
                        + "error initializing configuration '/tmp/a.json': goo.gle/debugproto\nnode { id: \"a\" }\n"
                        + ": Proto constraint validation failed (BootstrapValidationError.StaticResources: embedded message"
                        + " failed validation | caused by ClusterValidationError.ConnectTimeout: value must be (much)"
                        + " greater than 0s)"))
                .isEqualTo("ClusterValidationError.ConnectTimeout: value must be (much) greater than 0s");
    }

    @Test
    void leavesOutConfigurationThatCannotBeRead() {
        assertThat(EnvoyReason.in(HEAD
                        + "error initializing configuration '/tmp/a.json': Unable to parse JSON as proto"
                        + " (INVALID_ARGUMENT: could not find @type 'type.googleapis.com/x.y.Z'): {\n \"node\": {} }"))
                .isEqualTo("INVALID_ARGUMENT: could not find @type 'type.googleapis.com/x.y.Z'");
    }

    @Test
    void isEmptyWhenNothingIsSaid() {
        assertThat(EnvoyReason.in("")).isEmpty();
    }
}
