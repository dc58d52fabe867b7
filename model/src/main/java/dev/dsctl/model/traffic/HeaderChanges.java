package dev.dsctl.model.traffic;

import java.util.List;
import java.util.Map;

/**
 * What is changed in headers ({@code Headers}).
 *
 * @param request on the way to the service
 * @param response on the way back
 */
public record HeaderChanges(Operations request, Operations response) {

    /**
     * Changes of one direction ({@code HeaderOperations}).
     *
     * @param set values that take the place of others
     * @param add values that are added to others
     * @param remove names
     */
    public record Operations(Map<String, String> set, Map<String, String> add, List<String> remove) {}
}
