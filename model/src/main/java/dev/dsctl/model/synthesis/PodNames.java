package dev.dsctl.model.synthesis;

/** Random-looking parts of names, derived from a name. Source: k8s.io/apimachinery/pkg/util/rand ({@code SafeEncodeString}). */
final class PodNames {

    private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    private PodNames() {}

    /** So many characters that Kubernetes could have chosen, always the same for a text. */
    static String suffix(String text, int length) {
        byte[] digest = AddressPool.digest(text);
        StringBuilder suffix = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            suffix.append(ALPHABET.charAt((digest[i] & 0xff) % ALPHABET.length()));
        }
        return suffix.toString();
    }
}
