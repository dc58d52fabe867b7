package dev.dsctl.render.bootstrap;

import com.google.protobuf.Message;
import dev.dsctl.render.ResourceKind;
import java.util.List;
import java.util.Optional;

/**
 * A part of a bootstrap that Envoy doesn't take.
 *
 * @param reason Envoy's own words
 * @param kind the kind of resource it is or is in; empty when it is none of them
 * @param resource that resource's name
 * @param path from the resource down to the part, for instance {@code filter chain 0.0.0.0_80}; empty when it is the whole resource
 * @param part the smallest part that is refused
 */
public record Refusal(String reason, Optional<ResourceKind> kind, String resource, List<String> path, Message part) {

    public Refusal {
        path = List.copyOf(path);
    }

    /** {@code filter chain 0.0.0.0_80 of listener virtualInbound}: the part, from the inside out. */
    public String where() {
        StringBuilder where = new StringBuilder();
        for (int i = path.size() - 1; i >= 0; i--) {
            where.append(path.get(i)).append(" of ");
        }
        return where.append(kind.map(each -> each.noun() + " " + resource).orElse("the bootstrap"))
                .toString();
    }
}
