import { CreateBucketCommand, HeadBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { settings } from "@/lib/settings";

// gatehouse bucket: makes the bucket that S3_BUCKET names, where it isn't there.

const { S3_BUCKET, S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY, S3_SECRET_KEY, S3_FORCE_PATH_STYLE } = settings();

if (S3_BUCKET === undefined) console.log("Files are in a folder: S3_BUCKET is not set.");
else console.log(await makeBucket(S3_BUCKET));

async function makeBucket(Bucket: string) {
  const client = new S3Client({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    credentials: { accessKeyId: S3_ACCESS_KEY as string, secretAccessKey: S3_SECRET_KEY as string },
    forcePathStyle: S3_FORCE_PATH_STYLE === "on",
  });
  try {
    await client.send(new HeadBucketCommand({ Bucket }));
    return `The bucket ${Bucket} is there.`;
  } catch (error) {
    if ((error as Error).name !== "NotFound") throw error;
    await client.send(new CreateBucketCommand({ Bucket }));
    return `Made the bucket ${Bucket}.`;
  }
}
