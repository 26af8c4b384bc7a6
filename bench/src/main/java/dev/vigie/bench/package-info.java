/** Benchmarks of the hot paths: what a log costs to scan, decode, filter and print. */
@NullMarked
package dev.vigie.bench;

import org.jspecify.annotations.NullMarked;
