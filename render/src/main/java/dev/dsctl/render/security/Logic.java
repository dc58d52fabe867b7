package dev.dsctl.render.security;

import io.envoyproxy.envoy.config.rbac.v3.Permission;
import io.envoyproxy.envoy.config.rbac.v3.Principal;
import java.util.List;

/**
 * And, or and not over principals or permissions, which Envoy has as different messages of the same shape. Source:
 * pilot/pkg/security/authz/model/principal.go and permission.go.
 */
interface Logic<T> {

    Logic<Principal> PRINCIPALS = new Logic<>() {
        @Override
        public Principal any() {
            return Principal.newBuilder().setAny(true).build();
        }

        @Override
        public Principal and(List<Principal> all) {
            return Principal.newBuilder()
                    .setAndIds(Principal.Set.newBuilder().addAllIds(all))
                    .build();
        }

        @Override
        public Principal or(List<Principal> some) {
            return Principal.newBuilder()
                    .setOrIds(Principal.Set.newBuilder().addAllIds(some))
                    .build();
        }

        @Override
        public Principal not(Principal one) {
            return Principal.newBuilder().setNotId(one).build();
        }
    };

    Logic<Permission> PERMISSIONS = new Logic<>() {
        @Override
        public Permission any() {
            return Permission.newBuilder().setAny(true).build();
        }

        @Override
        public Permission and(List<Permission> all) {
            return Permission.newBuilder()
                    .setAndRules(Permission.Set.newBuilder().addAllRules(all))
                    .build();
        }

        @Override
        public Permission or(List<Permission> some) {
            return Permission.newBuilder()
                    .setOrRules(Permission.Set.newBuilder().addAllRules(some))
                    .build();
        }

        @Override
        public Permission not(Permission one) {
            return Permission.newBuilder().setNotRule(one).build();
        }
    };

    T any();

    T and(List<T> all);

    T or(List<T> some);

    T not(T one);
}
