package dev.dsctl.cli.envoy;

import java.util.List;
import java.util.regex.Pattern;

/** What Envoy gives as the reason when it refuses a configuration, without what is about the run. */
final class EnvoyReason {

    private static final Pattern LOG_LINE =
            Pattern.compile("^\\[\\d{4}-\\d\\d-\\d\\d [^]]*](\\[[^]]*])* (\\[[^]]*:\\d+] )?");
    private static final Pattern INTRODUCTION =
            Pattern.compile("^error initializing (?:the )?configuration '[^']*': *");
    private static final Pattern GAP = Pattern.compile("\\s+");

    /** The whole configuration stands before or behind these complaints about a part of it. */
    private static final List<String> WITH_DUMP =
            List.of("Proto constraint validation failed (", "Unable to parse JSON as proto (");

    private static final String CAUSE = " | caused by ";

    private EnvoyReason() {}

    /** The last entry of a log, as one line; empty when there is none. */
    static String in(String log) {
        List<String> lines = log.lines().toList();
        int last = lines.size() - 1;
        while (last > 0 && !LOG_LINE.matcher(lines.get(last)).find()) {
            last--;
        }
        if (last < 0) {
            return "";
        }
        String entry = String.join("\n", lines.subList(last, lines.size()));
        String reason =
                INTRODUCTION.matcher(LOG_LINE.matcher(entry).replaceFirst("")).replaceFirst("");
        return GAP.matcher(withoutDump(reason)).replaceAll(" ").strip();
    }

    private static String withoutDump(String reason) {
        for (String introduction : WITH_DUMP) {
            int begin = reason.indexOf(introduction);
            if (begin >= 0) {
                String complaint = balanced(reason.substring(begin + introduction.length()));
                int cause = complaint.lastIndexOf(CAUSE);
                return cause < 0 ? complaint : complaint.substring(cause + CAUSE.length());
            }
        }
        return reason;
    }

    /** What stands before the parenthesis that closes one opened before the text. */
    private static String balanced(String text) {
        int depth = 1;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return text.substring(0, i);
            }
        }
        return text;
    }
}
