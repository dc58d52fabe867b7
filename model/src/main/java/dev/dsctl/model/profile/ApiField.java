package dev.dsctl.model.profile;

import java.util.List;

/**
 * A field, or a value of a field, that a release added to Istio's API.
 *
 * @param kind the kind that has it, for instance {@code VirtualService}
 * @param path the last steps on the way to it through mappings and lists; {@code *} is any key
 * @param value the value that was added, empty when the field itself was
 * @param since the first release that knows it
 */
public record ApiField(String kind, List<String> path, String value, Release since) {

    /** From {@code Kind some.path} or {@code Kind some.path=VALUE}. */
    static ApiField of(Release since, String text) {
        int space = text.indexOf(' ');
        int equals = text.indexOf('=');
        String path = text.substring(space + 1, equals < 0 ? text.length() : equals);
        return new ApiField(
                text.substring(0, space),
                List.of(path.split("\\.")),
                equals < 0 ? "" : text.substring(equals + 1),
                since);
    }
}
