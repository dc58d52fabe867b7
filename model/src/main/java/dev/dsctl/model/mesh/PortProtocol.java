package dev.dsctl.model.mesh;

import dev.dsctl.model.kube.KubeService;
import dev.dsctl.model.profile.MeshChoices.KubernetesProtocolNames;
import java.util.Locale;
import java.util.Set;

/** Which protocol a port declares by its name or {@code appProtocol}. Source: {@code ConvertProtocol}, pkg/config/kube/conversion.go. */
final class PortProtocol {

    /** Their servers speak first, which breaks protocol sniffing: SMTP, DNS, MySQL, MongoDB. */
    private static final Set<Integer> SERVER_SPEAKS_FIRST = Set.of(25, 53, 3306, 27017);

    private static final String GRPC_WEB = "grpc-web";

    private PortProtocol() {}

    /** The protocol of a service port. */
    static Protocol of(KubeService.Port port, KubernetesProtocolNames kubernetesNames) {
        if (port.transport().equals("UDP")) {
            return Protocol.UDP;
        }
        String appProtocol = port.appProtocol();
        Protocol standard = appProtocol == null ? null : standard(appProtocol, kubernetesNames);
        if (standard != null) {
            return standard;
        }
        Protocol declared = prefix(appProtocol != null ? appProtocol : port.name());
        boolean sniffingBreaks = declared == Protocol.UNSUPPORTED && SERVER_SPEAKS_FIRST.contains(port.number());
        return sniffingBreaks ? Protocol.TCP : declared;
    }

    private static Protocol standard(String appProtocol, KubernetesProtocolNames names) {
        return switch (names) {
            case NONE -> null;
            case H2C -> appProtocol.equals("kubernetes.io/h2c") ? Protocol.HTTP2 : null;
            case H2C_AND_WEBSOCKET ->
                switch (appProtocol) {
                    case "kubernetes.io/h2c" -> Protocol.HTTP2;
                    case "kubernetes.io/ws" -> Protocol.HTTP;
                    case "kubernetes.io/wss" -> Protocol.HTTPS;
                    default -> null;
                };
        };
    }

    /** The protocol whose name stands before the first hyphen. */
    private static Protocol prefix(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith(GRPC_WEB)) {
            return Protocol.GRPC_WEB;
        }
        int hyphen = lower.indexOf('-');
        return Protocol.named(hyphen < 0 ? lower : lower.substring(0, hyphen));
    }
}
