package dev.dsctl.model.profile;

/**
 * One way in which Istio releases differ. An enum that implements this is an axis; its constants are the answers releases give.
 * <strong>The first constant is what the oldest release does</strong>; {@link IstioProfiles} says from which release on another one holds, in one sentence
 * for users.
 *
 * <p>Exactly one {@code switch} in the tree decides each axis.
 */
public interface Choice {}
