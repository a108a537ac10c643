"""Tests run once: nothing here is worth more than a hint."""

import unittest


class SchedulerTest(unittest.TestCase):
    def test_order_of_requests(self):
        waiting = ["first", "second", "third"]
        seen = ""
        while waiting:
            seen += waiting.pop(0) + ";"
        self.assertEqual("first;second;third;", seen)


if __name__ == "__main__":
    unittest.main()
