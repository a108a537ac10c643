/** The user's configuration: finding the files, reading them, and the problems in them. */
@NullMarked
package dev.perfreview.server.configuration;

import org.jspecify.annotations.NullMarked;
