package dev.dsctl.cli.table;

import io.envoyproxy.envoy.config.listener.v3.FilterChain;
import io.envoyproxy.envoy.config.listener.v3.Listener;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;

/** {@code istioctl proxy-config listeners}. Source: istioctl/pkg/writer/envoy/configdump/listener.go. */
final class ListenerTable {

    private static final int PADDING = 1;
    private static final Comparator<Listener> ORDER = Comparator.comparingInt(ListenerText::port)
            .thenComparing(listener -> ListenerText.addresses(listener).get(0))
            .thenComparing(ListenerText::type)
            .thenComparing(Listener::getName);

    private ListenerTable() {}

    static void print(List<Listener> listeners, Style style, PrintWriter out) {
        TextTable table = new TextTable(
                PADDING,
                style.verbose()
                        ? style.cells("NAME", "ADDRESSES", "PORT", "MATCH", "DESTINATION")
                        : style.cells("NAME", "ADDRESSES", "PORT", "TYPE"));
        listeners.stream().sorted(ORDER).forEach(listener -> rows(listener, style, table));
        table.print(out);
    }

    private static void rows(Listener listener, Style style, TextTable table) {
        String name = "listener/" + listener.getName();
        String addresses = String.join(",", ListenerText.addresses(listener));
        String port = Integer.toUnsignedString(ListenerText.port(listener));
        if (!style.verbose()) {
            table.row(style.cells(name, addresses, port, ListenerText.type(listener)));
            return;
        }
        ListenerText.chains(listener).stream()
                .map(Chain::of)
                .sorted(Comparator.comparing(Chain::destination).reversed())
                .forEach(chain -> table.row(style.cells(name, addresses, port, chain.match(), chain.destination())));
    }

    private record Chain(String match, String destination) {
        static Chain of(FilterChain chain) {
            return new Chain(
                    ListenerText.match(chain.getFilterChainMatch()), DestinationText.of(chain.getFiltersList()));
        }
    }
}
