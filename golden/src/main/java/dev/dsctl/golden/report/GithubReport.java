package dev.dsctl.golden.report;

import java.io.IOException;

/** GitHub's workflow commands: each difference becomes an annotation of the pull request. */
public record GithubReport() implements Report {

    @Override
    public void write(Findings findings, Appendable out) throws IOException {
        for (Annotation annotation : Annotation.of(findings)) {
            out.append("::error ");
            if (annotation.at().isPresent()) {
                out.append("file=")
                        .append(property(annotation.at().get().file()))
                        .append(',');
                out.append("line=")
                        .append(Integer.toString(
                                Math.max(1, annotation.at().get().line())))
                        .append(',');
            }
            out.append("title=").append(property(annotation.title()));
            out.append("::").append(data(annotation.message())).append('\n');
        }
        if (findings.diff().isEmpty()) {
            out.append("::notice title=dsctl::")
                    .append(data(Sentences.totals(findings.diff())))
                    .append('\n');
        }
    }

    /** Escaped as the runner's toolkit escapes messages. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
