/**
 * What every rule is held to: its fixtures, its document, its programs and the invariants of the engine. Rules bring files, never test code
 * of their own for these.
 */
@NullMarked
package dev.perfreview.harness;

import org.jspecify.annotations.NullMarked;
