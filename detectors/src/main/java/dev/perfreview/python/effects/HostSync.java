package dev.perfreview.python.effects;

import dev.perfreview.python.tensors.Residence;
import dev.perfreview.syntax.SyntaxNode;

/**
 * A place where the host waits for the device.
 *
 * @param node the code that waits
 * @param reason why it does, as it reads after the code: "copies a tensor to the host"
 * @param residence where the tensor that it waits for is, by what is known
 */
public record HostSync(SyntaxNode node, String reason, Residence residence) {}
