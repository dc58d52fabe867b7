package dev.dsctl.lint.check;

import dev.dsctl.lint.finding.Finding;
import dev.dsctl.lint.finding.Found;
import dev.dsctl.lint.finding.Severity;
import dev.dsctl.lint.finding.Subject;
import dev.dsctl.lint.scene.BackedService;
import dev.dsctl.lint.scene.Scene;
import dev.dsctl.model.kube.KubePod;
import dev.dsctl.model.manifest.Fields;
import dev.dsctl.model.manifest.Manifest;
import dev.dsctl.model.manifest.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Containers behind dual-stack Services whose arguments or environment name an IPv4 address to listen on. A guess, and so no more than a note. */
final class ApplicationBinds {

    private static final List<String> ADDRESSES = List.of("0.0.0.0", "127.0.0.1");

    private ApplicationBinds() {}

    static void look(Scene scene, String code, Found found) {
        Set<String> seen = new HashSet<>();
        for (BackedService service : scene.services()) {
            if (!service.isDual() && !service.isDualHeadless()) {
                continue;
            }
            for (KubePod pod : service.dualPods()) {
                if (seen.add(pod.meta().key())) {
                    look(scene, code, pod, found);
                }
            }
        }
    }

    private static void look(Scene scene, String code, KubePod pod, Found found) {
        Subject subject = scene.objects().subject("Pod", pod.meta(), "spec", "containers");
        Optional<Manifest> manifest = scene.objects().manifest(subject);
        if (manifest.isEmpty()) {
            return;
        }
        for (Fields container :
                Fields.of(manifest.get(), new Problems()).fields("spec").list("containers")) {
            if (!container.string("name").equals("istio-proxy")) {
                bind(container).ifPresent(text -> found.add(finding(code, subject, container.string("name"), text)));
            }
        }
    }

    /** The argument or variable that names an address to listen on. */
    private static Optional<String> bind(Fields container) {
        List<String> texts = new ArrayList<>(container.strings("command"));
        texts.addAll(container.strings("args"));
        for (Fields variable : container.list("env")) {
            if (variable.has("value")) {
                texts.add(variable.string("name") + "=" + variable.string("value"));
            }
        }
        return texts.stream().filter(ApplicationBinds::namesAddress).findFirst();
    }

    /** {@code 0.0.0.0:80}, {@code --host=127.0.0.1}, but not 10.0.0.0 or the address of a server to call. */
    private static boolean namesAddress(String text) {
        for (String address : ADDRESSES) {
            int at = text.indexOf(address);
            int end = at + address.length();
            boolean whole = at >= 0
                    && (at == 0 || !isPart(text.charAt(at - 1)))
                    && (end == text.length() || !isPart(text.charAt(end)));
            if (whole) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPart(char c) {
        return c == '.' || c == '/' || Character.isLetterOrDigit(c);
    }

    private static Finding finding(String code, Subject subject, String container, String text) {
        String message = "container " + container + " seems to listen on IPv4 alone (" + text
                + "): calls without a sidecar to the pod's IPv6 address are refused";
        return Finding.of(code, Severity.INFO, subject, message, "listen on [::], which takes IPv4 too")
                .about("container " + container);
    }
}
