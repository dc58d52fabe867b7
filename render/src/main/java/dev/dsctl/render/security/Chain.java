package dev.dsctl.render.security;

/** For which kind of filter chain a policy is rendered: a TCP chain can't know anything about requests. */
enum Chain {
    HTTP,
    TCP
}
