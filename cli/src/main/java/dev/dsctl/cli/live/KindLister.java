package dev.dsctl.cli.live;

import dev.dsctl.cli.output.Progress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lists all objects of a kind page by page; where that isn't allowed, those of the namespaces that may be read. */
final class KindLister {

    private static final int PAGE = 500;
    private static final int RESTARTS = 3;

    private final KubeApi api;
    private final List<String> fallback;
    private final Progress progress;

    /**
     * What came of a list.
     *
     * @param kind the kind
     * @param pages the answers
     * @param access how much of the cluster they cover
     * @param namespaces which ones when it is not all
     */
    record Listed(ApiKind kind, List<byte[]> pages, Access access, List<String> namespaces) {}

    /** How much the server lets read. */
    enum Access {
        ALL,
        NAMESPACES,
        NONE
    }

    /** A lister that falls back to these namespaces. */
    KindLister(KubeApi api, List<String> fallback, Progress progress) {
        this.api = api;
        this.fallback = fallback;
        this.progress = progress;
    }

    Listed list(ApiKind kind) throws ApiException {
        try {
            return new Listed(kind, pages(kind, kind.list()), Access.ALL, List.of());
        } catch (ApiException e) {
            if (e.status() == ApiException.NOT_FOUND) {
                return new Listed(kind, List.of(), Access.ALL, List.of());
            }
            if (e.status() != ApiException.FORBIDDEN) {
                throw e;
            }
            return inNamespaces(kind);
        }
    }

    private Listed inNamespaces(ApiKind kind) throws ApiException {
        List<byte[]> pages = new ArrayList<>();
        List<String> readable = new ArrayList<>();
        for (String namespace : fallback) {
            try {
                if (kind.scope() == ApiKind.Scope.NAMESPACED) {
                    pages.addAll(pages(kind, kind.list(namespace)));
                    readable.add(namespace);
                } else if (kind.plural().equals("namespaces")) {
                    pages.add(api.get(kind.list() + "/" + namespace));
                    readable.add(namespace);
                }
            } catch (ApiException e) {
                if (e.status() != ApiException.FORBIDDEN && e.status() != ApiException.NOT_FOUND) {
                    throw e;
                }
            }
        }
        return new Listed(kind, pages, readable.isEmpty() ? Access.NONE : Access.NAMESPACES, List.copyOf(readable));
    }

    private List<byte[]> pages(ApiKind kind, String path) throws ApiException {
        for (int attempt = 1; ; attempt++) {
            try {
                return pagesOnce(kind, path);
            } catch (ApiException e) {
                // The server forgets where a page begins after some minutes; then the list begins anew.
                if (e.status() != ApiException.GONE || attempt == RESTARTS) {
                    throw e;
                }
            }
        }
    }

    private List<byte[]> pagesOnce(ApiKind kind, String path) throws ApiException {
        List<byte[]> pages = new ArrayList<>();
        String query = "?limit=" + PAGE + (kind.query().isEmpty() ? "" : "&" + kind.query());
        String next = "";
        do {
            byte[] page = api.get(path
                    + query
                    + (next.isEmpty() ? "" : "&continue=" + URLEncoder.encode(next, StandardCharsets.UTF_8)));
            ListHead head = ListHead.of(page);
            pages.add(page);
            progress.read(kind.plural(), head.items());
            next = head.next();
        } while (!next.isEmpty());
        return pages;
    }
}
