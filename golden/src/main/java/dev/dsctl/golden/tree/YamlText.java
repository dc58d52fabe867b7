package dev.dsctl.golden.tree;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Values as block YAML: the least that has to be read to see what a value is. */
public final class YamlText {

    private YamlText() {}

    /** The whole document, with a newline at the end. */
    public static String of(Json value) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .build();
        return new Dump(settings).dumpToString(plain(value));
    }

    /** The lines of {@code key: value}. */
    public static List<String> entry(String key, Json value) {
        return of(JsonObject.of(Map.of(key, value))).lines().toList();
    }

    /** The lines of a list's element, {@code - value}. */
    public static List<String> item(Json value) {
        return of(new JsonArray(List.of(value), 0)).lines().toList();
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
