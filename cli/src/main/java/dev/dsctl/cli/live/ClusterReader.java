package dev.dsctl.cli.live;

import dev.dsctl.cli.UsageException;
import dev.dsctl.cli.output.Progress;
import dev.dsctl.model.manifest.ManifestText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads everything that a mesh is made of from a cluster: several lists at a time, each page by page. */
public final class ClusterReader {

    private static final int PARALLEL = 6;
    private static final String ROOT_NAMESPACE = "istio-system";

    private final KubeApi api;
    private final KindLister lister;
    private final ExecutorService workers;

    private ClusterReader(KubeApi api, KindLister lister, ExecutorService workers) {
        this.api = api;
        this.lister = lister;
        this.workers = workers;
    }

    /**
     * Reads the cluster that the options choose.
     *
     * @param namespace the namespace that matters most when not all may be read; else that of the context
     * @throws UsageException when there is nothing to go on with: no cluster, no answer, no right to read services or pods
     */
    public static ClusterContent read(LiveOptions options, Optional<String> namespace, PrintWriter err) {
        ExecutorService workers = Executors.newFixedThreadPool(PARALLEL);
        Progress progress = Progress.on(err);
        try (KubeApi api = KubeApi.of(options)) {
            String own = namespace.orElseGet(api::namespace);
            List<String> fallback = own.equals(ROOT_NAMESPACE) ? List.of(own) : List.of(own, ROOT_NAMESPACE);
            return new ClusterReader(api, new KindLister(api, fallback, progress), workers).read();
        } finally {
            workers.shutdownNow();
            progress.done();
        }
    }

    private ClusterContent read() {
        List<Future<KindLister.Listed>> lists = new ArrayList<>();
        ApiKind.KUBERNETES.forEach(kind -> lists.add(workers.submit(() -> lister.list(kind))));
        List<Future<IstioKinds>> groups = new ArrayList<>();
        for (String group : IstioKinds.WANTED.keySet()) {
            groups.add(workers.submit(() -> IstioKinds.of(api, group)));
        }
        ClusterReport report = new ClusterReport(api.server());
        for (Future<IstioKinds> group : groups) {
            IstioKinds kinds = await(group);
            report.installed(kinds);
            kinds.served().forEach(kind -> lists.add(workers.submit(() -> lister.list(kind))));
        }
        List<ManifestText> texts = new ArrayList<>();
        for (Future<KindLister.Listed> list : lists) {
            KindLister.Listed listed = await(list);
            report.listed(listed);
            listed.pages().forEach(page -> texts.add(text(listed.kind().plural(), page)));
            if (listed.kind().plural().equals("deployments")) {
                meshConfigs(listed).forEach(map -> texts.add(text("configmaps", map)));
            }
        }
        report.throwIfUseless();
        texts.sort(Comparator.comparing(ManifestText::name));
        return new ClusterContent(List.copyOf(texts), report.missing(), report.notes(), api.namespace());
    }

    private static ManifestText text(String plural, byte[] json) {
        return new ManifestText("<cluster>/" + plural, json);
    }

    /** The mesh configuration of every istiod; of the default one when none is seen. */
    private List<byte[]> meshConfigs(KindLister.Listed deployments) {
        List<byte[]> found = new ArrayList<>();
        for (String path : IstiodPaths.meshConfigs(deployments.pages(), ROOT_NAMESPACE)) {
            byte[] map = await(workers.submit(() -> optional(path)));
            if (map.length > 0) {
                found.add(map);
            }
        }
        return found;
    }

    private byte[] optional(String path) throws ApiException {
        try {
            return api.get(path);
        } catch (ApiException e) {
            if (e.status() == ApiException.FORBIDDEN || e.status() == ApiException.NOT_FOUND) {
                return new byte[0];
            }
            throw e;
        }
    }

    private <T> T await(Future<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiException refused) {
                throw refused(refused);
            }
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UsageException("interrupted");
        }
    }

    private UsageException refused(ApiException e) {
        String said = e.getMessage().isEmpty() ? "" : ": " + e.getMessage();
        return switch (e.status()) {
            case ApiException.UNAUTHORIZED ->
                new UsageException("the cluster at " + api.server()
                        + " doesn't accept the credentials (401): they may have expired; log in again" + said);
            case ApiException.FORBIDDEN ->
                new UsageException("the cluster at " + api.server() + " doesn't let you read it (403)" + said);
            default -> new UsageException("the cluster at " + api.server() + " answers " + e.status() + said);
        };
    }
}
