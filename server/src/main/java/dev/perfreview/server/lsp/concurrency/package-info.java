/** Who runs when: lanes for work that must not overlap itself, the outbox for what is said to the client. */
@NullMarked
package dev.perfreview.server.lsp.concurrency;

import org.jspecify.annotations.NullMarked;
