/** TOML read strictly: every wrong type, unknown key and syntax error is a problem with its span. */
@NullMarked
package dev.perfreview.toml;

import org.jspecify.annotations.NullMarked;
