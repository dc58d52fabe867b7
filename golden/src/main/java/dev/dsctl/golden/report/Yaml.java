package dev.dsctl.golden.report;

import dev.dsctl.golden.tree.Json;
import dev.dsctl.golden.tree.JsonArray;
import dev.dsctl.golden.tree.JsonObject;
import dev.dsctl.golden.tree.JsonScalar;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Values as block YAML: the least that has to be read to see what a value is. */
final class Yaml {

    private Yaml() {}

    /** The whole document, with a newline at the end. */
    static String text(Json value) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .build();
        return new Dump(settings).dumpToString(plain(value));
    }

    /** The lines of {@code key: value}. */
    static List<String> entry(String key, Json value) {
        return text(JsonObject.of(Map.of(key, value))).lines().toList();
    }

    /** The lines of a list's element, {@code - value}. */
    static List<String> item(Json value) {
        return text(new JsonArray(List.of(value), 0)).lines().toList();
    }

    private static Object plain(Json value) {
        if (value instanceof JsonObject object) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < object.keys().size(); i++) {
                map.put(object.keys().get(i), plain(object.values().get(i)));
            }
            return map;
        }
        if (value instanceof JsonArray array) {
            List<Object> list = new ArrayList<>();
            array.items().forEach(item -> list.add(plain(item)));
            return list;
        }
        JsonScalar scalar = (JsonScalar) value;
        return switch (scalar.type()) {
            case STRING -> scalar.text();
            case NUMBER -> number(new BigDecimal(scalar.text()));
            case BOOLEAN -> Boolean.valueOf(scalar.text());
            case NULL -> null;
        };
    }

    private static Number number(BigDecimal value) {
        return value.scale() <= 0 ? value.toBigInteger() : value.doubleValue();
    }
}
