"""Networks: where every cell stands in two sums, all is flows and circles."""
