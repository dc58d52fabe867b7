package dev.dsctl.cli.input;

import dev.dsctl.render.ResourceKind;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --type}. */
public final class KindConverter implements ITypeConverter<ResourceKind> {

    @Override
    public ResourceKind convert(String value) {
        return ResourceKind.of(value.strip())
                .orElseThrow(() -> new TypeConversionException("no kind '" + value + "'; there are "
                        + Arrays.stream(ResourceKind.values())
                                .map(ResourceKind::key)
                                .collect(Collectors.joining(", "))));
    }
}
