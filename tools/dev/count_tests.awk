# Reads CTest's log (Testing/Temporary/LastTest.log) and prints one line: how many tests passed and failed.
# A GoogleTest executable counts as many tests as it ran; any other CTest entry, and one that crashed, as one.

/^[0-9]+\/[0-9]+ Testing: / {
  Close(); name = $3; open = 1; inner_passed = 0; inner_failed = 0; inner = 0; good = 0 }
/^\[  PASSED  \] [0-9]+ test/ { inner = 1; inner_passed += $4 }
/^\[  SKIPPED \] [0-9]+ test/ { inner = 1; skipped += $4 }
/^\[  FAILED  \] [0-9]+ test/ { inner = 1; inner_failed += $4 }
/^Test Passed\.$/ { good = 1 }

function Close() {
  if (!open) return
  if (inner) { passed += inner_passed; failed += inner_failed }
  if (!inner && good) passed += 1
  if (!good && inner_failed == 0) failed += 1
  open = 0
}

END {
  Close()
  line = passed + 0 " passed, " failed + 0 " failed"
  if (skipped) line = line ", " skipped " skipped"
  print line
  exit failed > 0
}
