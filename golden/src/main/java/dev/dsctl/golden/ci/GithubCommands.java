package dev.dsctl.golden.ci;

import dev.dsctl.model.manifest.SourceRef;
import java.io.IOException;

/** GitHub's workflow commands: each remark becomes an annotation of the pull request. */
public final class GithubCommands {

    private GithubCommands() {}

    /** Annotates a place. */
    public static void write(Remark remark, Appendable out) throws IOException {
        out.append("::").append(command(remark.level())).append(' ');
        if (remark.at().isPresent()) {
            SourceRef at = remark.at().get();
            out.append("file=").append(property(at.file())).append(',');
            out.append("line=").append(Integer.toString(Math.max(1, at.line()))).append(',');
        }
        out.append("title=").append(property(remark.title()));
        out.append("::").append(data(remark.message())).append('\n');
    }

    /** Says something about the whole run. */
    public static void notice(String text, Appendable out) throws IOException {
        out.append("::notice title=dsctl::").append(data(text)).append('\n');
    }

    private static String command(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "notice";
        };
    }

    /** Escaped as the runner's toolkit escapes messages. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
