package dev.perfreview.python;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perfreview.python.tensors.TensorValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorsTest {

  private static String residenceOf(String body) {
    PythonSource source = new PythonSource(
      "import numpy as np\nimport torch\n\n\ndef work(t: torch.Tensor, lens, device, flag):\n" +
        body.replace("\\n", "\n").indent(4) +
        "    print(x)\n"
    );
    TensorValue value = source.model().tensors().valueOf(source.last("x"));
    return value.kind() + " " + value.residence();
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    quoteCharacter = '`',
    value = {
      "x = t | TENSOR PRESUMED_DEVICE",
      "x = t.cpu() | TENSOR HOST",
      "x = t.to('cpu', non_blocking=True) | TENSOR HOST",
      "x = t.cuda() | TENSOR DEVICE",
      "x = t.numpy() | ARRAY HOST",
      "x = torch.zeros(3) | TENSOR HOST",
      "x = torch.zeros(3, device='cuda:0') | TENSOR DEVICE",
      "x = torch.zeros(3, device=device) | TENSOR DEVICE",
      "x = torch.zeros_like(t.cpu()) | TENSOR HOST",
      "x = torch.zeros(3, device=t.cuda().device) | TENSOR DEVICE",
      "x = torch.cumsum(t.cuda(), 0)[1:] + 1 | TENSOR DEVICE",
      "x = torch.stack([torch.zeros(1) if flag else y for y in lens]) | TENSOR HOST",
      "x = t.shape | OTHER UNDEFINED",
      "x = t.tolist() | OTHER UNDEFINED",
      "x = np.cumsum(lens) | ARRAY HOST",
      "x_cpu = t\\nx = x_cpu[1:] | TENSOR HOST",
    }
  )
  void tellsWhereTensorsAre(String body, String expected) {
    assertEquals(expected, residenceOf(body));
  }

  @ParameterizedTest
  @CsvSource(
    delimiter = '|',
    quoteCharacter = '`',
    value = {
      "x = t.cuda()\\nx = x.cpu() | TENSOR HOST",
      "x = t.cpu()\\nif flag:\\n    x = t.cuda() | TENSOR UNKNOWN",
      "x = t.cuda()\\nif flag:\\n    x = t.cpu()\\n    return x | TENSOR DEVICE",
      "if flag:\\n    x = t.cuda()\\nelse:\\n    x = torch.zeros(1, device='cuda') | TENSOR DEVICE",
      "x = t.cuda()\\nfor _ in lens:\\n    x = x + 1 | TENSOR DEVICE",
      "a, x = t.cpu(), t.cuda() | TENSOR DEVICE",
      "for x in zip(lens, t.cuda()):\\n    pass | UNKNOWN UNKNOWN",
      "x = t.cuda()\\nx = t.tolist() | OTHER UNDEFINED",
    }
  )
  void followsAssignments(String body, String expected) {
    assertEquals(expected, residenceOf(body));
  }

  @Test
  void attributesHoldWhatAnyAssignmentGivesThem() {
    PythonSource source = new PythonSource(
      """
      import torch


      class Pool:
          def __init__(self):
              self.rows = torch.zeros(3, device="cpu")
              self.slots = None

          def grow(self):
              self.slots = torch.zeros(3, device="cuda")

          def read(self):
              return self.rows, self.slots
      """
    );
    assertEquals("HOST", source.model().tensors().valueOf(source.last("self.rows")).residence().name());
    assertEquals("DEVICE", source.model().tensors().valueOf(source.last("self.slots")).residence().name());
  }

  @Test
  void comparisonsGiveMasks() {
    PythonSource source = new PythonSource("import torch\n\nx = (torch.ones(3) > 0).view(-1)\nprint(x)\n");
    assertTrue(source.model().tensors().valueOf(source.last("x")).isMask());
  }
}
