package dev.dsctl.render.route;

import com.google.protobuf.ByteString;
import dev.dsctl.model.traffic.DirectResponse;
import io.envoyproxy.envoy.config.core.v3.DataSource;
import io.envoyproxy.envoy.config.route.v3.DirectResponseAction;
import java.util.Base64;

/** Answers that no service gives. Source: {@code ApplyDirectResponse}, pilot/pkg/networking/core/route/route.go. */
final class DirectResponses {

    private DirectResponses() {}

    static DirectResponseAction of(DirectResponse response) {
        DirectResponseAction.Builder action = DirectResponseAction.newBuilder().setStatus(response.status());
        if (response.body() instanceof DirectResponse.Text text) {
            action.setBody(DataSource.newBuilder().setInlineString(text.text()));
        } else if (response.body() instanceof DirectResponse.Bytes bytes) {
            byte[] content = Base64.getMimeDecoder().decode(bytes.base64());
            action.setBody(DataSource.newBuilder().setInlineBytes(ByteString.copyFrom(content)));
        }
        return action.build();
    }
}
