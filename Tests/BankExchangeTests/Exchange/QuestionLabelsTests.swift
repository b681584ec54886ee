import BankExchange
import PracticeCore
import QuestionBankFormat
import TestSupport
import Testing

@Suite struct QuestionLabelsTests {
  @Test func `labels are read back as they were written`() {
    for seed in 1...20 as ClosedRange<UInt64> {
      var generated = RandomBanks(seed: seed)
      let bank = BankWriter.carried(generated.bank())
      for question in bank.questions {
        let labels = QuestionLabels(question, in: bank)
        #expect(QuestionLabels(reading: labels.texts) == labels)
      }
    }
  }

  @Test func `what is no label of ours is a tag`() {
    let labels = QuestionLabels(reading: ["difficulty:hard", "x:y", "objective:a b", "tag:fact:F"])
    #expect(labels.tags == ["difficulty:hard", "x:y", "objective:a b", "fact:F"])
    #expect(labels.difficulty == nil && labels.objective == nil && labels.facts.isEmpty)
  }

  @Test func `takeaway and references are found again in the feedback`() {
    for seed in 1...40 as ClosedRange<UInt64> {
      var generated = RandomBanks(seed: seed)
      let bank = BankWriter.carried(generated.bank())
      for question in bank.questions {
        var feedback = GeneralFeedback(question, in: bank)
        feedback.takeaway = feedback.takeaway.map(TextBlock.normalized)
        #expect(GeneralFeedback(reading: feedback.text) == feedback)
        let html = HTMLFragment.plainText(of: feedback.html)
        #expect(GeneralFeedback(reading: html.text) == feedback)
        #expect(feedback.isEmpty == feedback.html.isEmpty)
      }
    }
  }
}
