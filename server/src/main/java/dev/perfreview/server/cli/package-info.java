/** The command line: one class a command. */
@NullMarked
package dev.perfreview.server.cli;

import org.jspecify.annotations.NullMarked;
