package dev.dsctl.model.install;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds releases in tags of images and in versions of resources. */
final class ReleaseText {

    private static final Pattern RELEASE = Pattern.compile("v?(\\d+\\.\\d+(?:\\.\\d+)?)(?![\\d.]).*");

    private ReleaseText() {}

    /** What stands behind the last colon of an image, unless that is a port or a digest. */
    static String tag(String image) {
        String named = image.contains("@") ? image.substring(0, image.indexOf('@')) : image;
        int colon = named.lastIndexOf(':');
        return colon > named.lastIndexOf('/') ? named.substring(colon + 1) : "";
    }

    /** The release in {@code 1.2.3-distroless} or {@code v1.2-latest}; empty when there is none. */
    static String in(String text) {
        Matcher matcher = RELEASE.matcher(text);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
