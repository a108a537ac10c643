/** Chains of iterators, what they are collected into, and scans over whole collections. */
@NullMarked
package dev.perfreview.rust.iteration;

import org.jspecify.annotations.NullMarked;
