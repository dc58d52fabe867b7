package dev.dsctl.model.kube;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** IP addresses in text form, as {@code netip.ParseAddr} of Go reads them: no brackets, no leading zeros, no host names. */
public final class IpLiteral {

    private static final int IPV6_GROUPS = 8;

    private IpLiteral() {}

    /** {@code IPv4}, {@code IPv6}, or empty when the text is no address. */
    public static String family(String text) {
        if (text.indexOf(':') >= 0) {
            return isV6(text) ? "IPv6" : "";
        }
        return isV4(text) ? "IPv4" : "";
    }

    /** Whether the text is an address of either family. */
    public static boolean isAddress(String text) {
        return !family(text).isEmpty();
    }

    /** Whether the text is an address or a range of addresses. */
    public static boolean isAddressOrCidr(String text) {
        return isAddress(text) || isCidr(text);
    }

    /** Whether the text is an address and a prefix length that fits it. */
    public static boolean isCidr(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return false;
        }
        int bits = switch (family(text.substring(0, slash))) {
            case "IPv4" -> 32;
            case "IPv6" -> 128;
            default -> -1;
        };
        int length = decimal(text, slash + 1, text.length());
        return length >= 0 && length <= bits;
    }

    /**
     * The address as 4 or 16 bytes, without its zone.
     *
     * @throws IllegalArgumentException when it is no address
     */
    public static byte[] bytes(String text) {
        return switch (family(text)) {
            case "IPv4" -> v4(text);
            case "IPv6" -> v6(text.indexOf('%') < 0 ? text : text.substring(0, text.indexOf('%')));
            default -> throw new IllegalArgumentException("not an address: " + text);
        };
    }

    private static byte[] v4(String text) {
        byte[] bytes = new byte[4];
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            bytes[i] = (byte) decimal(text, start, end);
            start = end + 1;
        }
        return bytes;
    }

    private static byte[] v6(String text) {
        int gap = text.indexOf("::");
        byte[] start = groupBytes(gap < 0 ? text : text.substring(0, gap));
        byte[] end = groupBytes(gap < 0 ? "" : text.substring(gap + 2));
        byte[] bytes = new byte[2 * IPV6_GROUPS];
        System.arraycopy(start, 0, bytes, 0, start.length);
        System.arraycopy(end, 0, bytes, bytes.length - end.length, end.length);
        return bytes;
    }

    private static byte[] groupBytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * IPV6_GROUPS);
        for (String group : text.split(":")) {
            if (group.indexOf('.') >= 0) {
                bytes.writeBytes(v4(group));
            } else if (!group.isEmpty()) {
                int value = Integer.parseInt(group, 16);
                bytes.write(value >> Byte.SIZE);
                bytes.write(value);
            }
        }
        return bytes.toByteArray();
    }

    private static boolean isV4(String text) {
        int parts = 0;
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            int value = decimal(text, start, end);
            if (value < 0 || value > 255) {
                return false;
            }
            parts++;
            start = end + 1;
        }
        return parts == 4;
    }

    private static boolean isV6(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        if (zone == text.length() - 1) {
            return false;
        }
        int gap = address.indexOf("::");
        if (gap < 0) {
            return groups(address) == IPV6_GROUPS;
        }
        String start = address.substring(0, gap);
        int before = start.isEmpty() ? 0 : start.indexOf('.') >= 0 ? -1 : groups(start);
        int after = gap + 2 == address.length() ? 0 : groups(address.substring(gap + 2));
        return before >= 0 && after >= 0 && before + after < IPV6_GROUPS;
    }

    /** How many 16-bit groups stand there, a trailing IPv4 address counting as two; -1 when they are malformed. */
    private static int groups(String text) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
                return isV4(parts[i]) ? count + 2 : -1;
            }
            if (!isHexadecimal(parts[i])) {
                return -1;
            }
            count++;
        }
        return count;
    }

    private static boolean isHexadecimal(String group) {
        return !group.isEmpty() && group.length() <= 4 && group.chars().allMatch(HexFormat::isHexDigit);
    }

    /** A number of one to three digits without leading zero; -1 when it is none. */
    private static int decimal(String text, int start, int end) {
        int length = end - start;
        if (length < 1 || length > 3 || (length > 1 && text.charAt(start) == '0')) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < end; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
