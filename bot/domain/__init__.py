"""The rules of a referral circle: pure decisions over values, with no await, no clock and no input or output."""
