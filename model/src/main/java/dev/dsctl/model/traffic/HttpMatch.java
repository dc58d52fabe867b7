package dev.dsctl.model.traffic;

import java.util.List;
import java.util.Map;

/**
 * Which requests a route takes ({@code HTTPMatchRequest}): those that fulfil both.
 *
 * @param name part of the route's name
 * @param request what the request looks like
 * @param source where it comes from
 * @param statPrefix name of extra statistics, empty for none
 */
public record HttpMatch(String name, RequestMatch request, Source source, String statPrefix) {

    /**
     * Where a request comes from.
     *
     * @param port the port it was sent to, 0 for any
     * @param labels labels of the client
     * @param namespace the client's namespace, empty for any
     * @param gateways names of gateways, empty for those of the VirtualService
     */
    public record Source(int port, Map<String, String> labels, String namespace, List<String> gateways) {

        public Source {
            labels = Map.copyOf(labels);
            gateways = List.copyOf(gateways);
        }
    }
}
