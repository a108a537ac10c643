/** Git as the review of a change sees it: versions of a repository's files, and what differs between two of them. The only package that reads repositories. */
@NullMarked
package dev.perfreview.server.git;

import org.jspecify.annotations.NullMarked;
