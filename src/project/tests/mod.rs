mod right_to_left;
