package dev.dsctl.render.route;

/** What ties a request to one host of its destination. */
enum Stickiness {
    NONE,
    CONSISTENT_HASH
}
