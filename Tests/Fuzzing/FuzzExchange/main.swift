import CLibFuzzer
import FuzzChecks

// Feeds the readers of other formats of banks: `make fuzz`.

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
_ = LLVMFuzzerRunDriver(&count, &arguments) { data, size in
  do {
    let input = UnsafeBufferPointer(start: data, count: size)
    try ExchangeChecks.check(input, .sampled(input))
  } catch {
    // libFuzzer keeps the input on which the program ends.
    fatalError("\(error)")
  }
  return 0
}
