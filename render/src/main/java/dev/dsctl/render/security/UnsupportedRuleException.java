package dev.dsctl.render.security;

/** A value of an authorization rule that can't be rendered for a chain; Istio then drops the value or the rule. */
final class UnsupportedRuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsupportedRuleException(String message) {
        super(message);
    }
}
