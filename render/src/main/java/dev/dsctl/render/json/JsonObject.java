package dev.dsctl.render.json;

import java.util.Map;

/**
 * An object as read from JSON. Values are {@link JsonObject}, {@link java.util.List}, {@link String}, {@link Boolean},
 * {@link Long}, {@link java.math.BigInteger}, {@link Double} or null.
 *
 * @param line 1-based line of its opening brace
 * @param members in the order written
 */
public record JsonObject(int line, Map<String, Object> members) {}
