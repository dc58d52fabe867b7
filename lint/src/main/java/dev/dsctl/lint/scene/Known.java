package dev.dsctl.lint.scene;

import dev.dsctl.model.mesh.IpFamily;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the input says beyond objects, rather than what was assumed.
 *
 * @param environment whether istiod's environment is known
 * @param meshConfig whether the mesh's settings are known
 * @param meshConfigFile the file that they were given in, empty when they are among the objects
 * @param clusters the families of further clusters that the manifests are meant for
 */
public record Known(
        boolean environment, boolean meshConfig, Optional<String> meshConfigFile, List<Set<IpFamily>> clusters) {}
