/** A first configuration for a folder, from what is found in it. */
@NullMarked
package dev.perfreview.server.starter;

import org.jspecify.annotations.NullMarked;
